"""Taking marked passages out of a project: each format is a function from a composed document to bytes."""
