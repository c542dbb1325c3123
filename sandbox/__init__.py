"""Loopback Zendesk and Salesforce, and the world that they hold. Imports nothing of the product."""
