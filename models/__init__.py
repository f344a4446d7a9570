"""Language resources of extractor: lexicons, rules, weights and the published JSON Schema (data only)."""
