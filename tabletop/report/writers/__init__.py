"""One module for each format: `write(report, …) -> bytes`. Writers know blocks, not sections."""
