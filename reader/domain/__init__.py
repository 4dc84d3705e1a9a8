"""The words of the program: documents, highlights, labels, links, and what can happen to them. No Qt, no SQL."""
