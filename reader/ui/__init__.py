"""The widgets of the window. They hold no rules and no SQL: they call the acts of reader.edit through a session."""
