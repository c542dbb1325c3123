// One hash of all that the bundle is built from: what is committed can be held to it on any machine.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const PLACES = [
  "demo/sidebar/build",
  "manifest/salesforce/force-app/main/default/lwc",
  "manifest/zendesk/translations",
];

function list(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "__tests__") return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? list(path) : [path];
  });
}

export function sourcesHash() {
  const hash = createHash("sha256");
  const paths = PLACES.flatMap((place) => list(join(root, place)).map((path) => relative(root, path).split(sep).join("/")));
  for (const path of paths.sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path))).update("\0");
  return hash.digest("hex");
}
