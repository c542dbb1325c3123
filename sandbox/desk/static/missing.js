import { firstState } from "./dom.js";
import { watch } from "./wire.js";

watch(firstState(), async () => {});
