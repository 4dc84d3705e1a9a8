"""Qt models of a project: the session, background jobs, and the lists that views show. No widgets."""
