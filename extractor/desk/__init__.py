"""The desk's morning: which claims to check first, which of them say the same, and which were checked before."""
