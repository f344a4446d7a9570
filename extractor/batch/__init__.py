"""Batch runs that lose nothing: supervised workers, part files that appear whole, a ledger with one row for each input.

One door: `run.run` does a run or resumes one, `merge.Merger` joins what it wrote, `status.Status` tells what became
of the inputs.
"""
