/** The program's version, as package.json has it: known in every bundle, asked of a server by whoever watches it. */
export const release = '0.1.0';
