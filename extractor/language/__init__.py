"""The language resources of models/: files, rules and lexicons, loaded once and checked as they are loaded."""
