"""*workers* think: what the customer has lived through, and where the figures say something else."""
