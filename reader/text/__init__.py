"""What is in a source text: decoding, pages, blocks, notes, references, and the text as it is shown."""
