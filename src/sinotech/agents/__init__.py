"""`sinotech mcp`: the look-ups as tools of agents, by the Model Context Protocol."""
