// What every page loads: all of it makes quicker what works without it.
import { drawer } from "./drawer.js";
import { keys } from "./keys.js";

drawer(document);
keys(document);
