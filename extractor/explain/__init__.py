"""Why a claim was found, or was not: what the rules proposed for each cue, and what spoke for and against."""
