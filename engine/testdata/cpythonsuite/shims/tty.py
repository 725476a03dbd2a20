"""Terminals are not simulated."""
