"""What is installed in the helpdesks: the sidebars, Salesforce's fields and rights, and the annotation's schema."""
