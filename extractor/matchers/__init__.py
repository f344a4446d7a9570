"""Matchers: functions of a Doc and of what earlier matchers found, which return typed values and change nothing."""
