"""Contacts that are not told, since too little is known of them or too much was misread."""
