"""What answers out of claims: acts, stands, forecasts, figures, sayings, offices."""
