// Reads a source-format project as the vendor's command line does and writes it in the format that is deployed.
// usage: node convert.mjs OUT PROJECT ; prints {"components": ["Type:Name", ...], "files": [...]}
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { ComponentSet, MetadataConverter } from "@salesforce/source-deploy-retrieve";

const [out, project] = process.argv.slice(2);
const { packageDirectories, sourceApiVersion } = JSON.parse(await readFile(join(project, "sfdx-project.json"), "utf8"));
const set = ComponentSet.fromSource({ fsPaths: packageDirectories.map((entry) => join(project, entry.path)) });
set.sourceApiVersion = sourceApiVersion;
const components = [];
for (const component of set.getSourceComponents()) {
  const children = component.getChildren();
  for (const one of children.length ? children : [component]) components.push(`${one.type.name}:${one.fullName}`);
}
const { packagePath } = await new MetadataConverter().convert(set, "metadata", {
  type: "directory",
  outputDirectory: out,
  genUniqueDir: false,
});
const entries = await readdir(packagePath, { recursive: true, withFileTypes: true });
const files = entries.filter((e) => e.isFile()).map((e) => relative(packagePath, `${e.parentPath}/${e.name}`));
console.log(JSON.stringify({ components: components.sort(), files: files.sort() }));
