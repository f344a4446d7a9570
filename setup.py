"""Which packages there are; all else stands in pyproject.toml.

`packages.find` of pyproject.toml sees what lies below `extractor`, and not that `models` is to become `extractor.models`.
"""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["extractor", "extractor.*"]), "extractor.models"])
