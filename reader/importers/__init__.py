"""From a file on disk to a paper: read within limits, choose the importer by content, take the text and the facts."""
