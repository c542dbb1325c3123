"""What is installed in the helpdesks themselves: Zendesk's app and Salesforce's package."""
