"""Records → words for people: worded once for the terminal, tables, plain text and the report."""
