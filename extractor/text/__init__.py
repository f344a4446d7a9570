"""The text of one article, read once: its layout, its parse as flat columns, tenses, and sets of tokens as ranges."""
