"""The demonstration: the product as installed, on loopback helpdesks. Only this imports the sandbox."""
