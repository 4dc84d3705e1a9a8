"""Reading back what other programs of analysis write: projects, codebooks, annotations, tables of labels."""
