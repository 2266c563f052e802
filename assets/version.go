package assets

// Version is the version of the program, as in FyneApp.toml.
const Version = "0.1.0"
