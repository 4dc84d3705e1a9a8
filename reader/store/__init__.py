"""The project file: one SQLite database per project. The only package that knows SQL."""
