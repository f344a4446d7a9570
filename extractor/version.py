"""The version of the package, read by the build and stamped into every record."""

VERSION = "0.1.0"
