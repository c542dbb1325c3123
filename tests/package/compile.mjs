// Compiles every component as an org does, with the vendor's own compiler.
// usage: node compile.mjs PROJECT FOLDER ; FOLDER has the compiler among its packages; prints what is refused, as a list of
// `file: what`
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";

const [project, folder] = process.argv.slice(2);
const { transformSync } = createRequire(join(folder, "package.json"))("@lwc/compiler");
const root = join(project, "force-app", "main", "default", "lwc");
const refused = [];
for (const name of readdirSync(root)) {
  for (const file of readdirSync(join(root, name)).filter((one) => /\.(js|html|css)$/.test(one))) {
    try {
      const source = readFileSync(join(root, name, file), "utf8");
      const { warnings = [] } = transformSync(source, file, { name, namespace: "c", apiVersion: 63 });
      refused.push(...warnings.map((one) => `${file}: ${one.message}`));
    } catch (error) {
      refused.push(`${file}: ${error.message}`);
    }
  }
}
console.log(JSON.stringify(refused));
