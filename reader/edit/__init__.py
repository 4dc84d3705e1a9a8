"""The user's acts as functions: each refuses what makes no sense and returns a ChangeSet; none performs anything."""
