"""Which passages were copied from which report, and which sources are independent."""
