// Fills a flat letter with docxtemplater, as its documentation says, once for each set of values.
//
//     node docxtemplater.mjs TEMPLATE.docx VALUES.json FOLDER
//
// Prints the milliseconds of processor time that a letter took. npm puts the packages on the path (see beside.py).

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const folder = process.env.PATH.split(delimiter)
  .map((each) => join(each, ".."))
  .find((each) => existsSync(join(each, "docxtemplater")));
const require = createRequire(join(folder, "x.js"));
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");

const [template, values, target] = process.argv.slice(2);
const content = readFileSync(template);
const letters = JSON.parse(readFileSync(values, "utf-8"));
const fill = (given, name) => {
  const letter = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
  letter.render(given);
  const made = letter.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  writeFileSync(join(target, name), made);
};
letters.forEach((given, number) => fill(given, `warm${number}.docx`));
const begun = process.cpuUsage();
letters.forEach((given, number) => fill(given, `letter${number}.docx`));
const used = process.cpuUsage(begun);
console.log((used.user + used.system) / 1000 / letters.length);
