"""What a letter costs: this engine beside others, in one run. See docs/performance.md."""
