"""The acts of the user as functions: each looks, refuses what makes no sense, and returns a ChangeSet; none performs anything."""
