"""Events: any spreadsheet in, a calendar in the branch's own time out."""
