// Only there so that its target has a source: the headers are what is compiled.
