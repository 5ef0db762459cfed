// Runs Microsoft's Open XML SDK over many Word files in one process: it takes longer to start than
// to look at a file. Called by validation.py, through npm, which puts the package on the path:
//
//     node validate.mjs OFFICE,OFFICE FILE...
//
// Prints a line of JSON for each version of Office and file: what is wrong, an empty list if nothing.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const inPackage = ["..", "@ooxml-tools", "validate", "dist", "npm", "index.js"];
const library = process.env.PATH.split(delimiter)
  .map((folder) => join(folder, ...inPackage))
  .find((path) => existsSync(path));
const { default: validate } = await import(pathToFileURL(library));

const [offices, ...files] = process.argv.slice(2);
for (const office of offices.split(",")) {
  for (const file of files) {
    const found = await validate(await readFile(file), "docx", office);
    console.log(JSON.stringify({ file, office, found }));
  }
}
process.exit(0); // the library's runtime would stay
