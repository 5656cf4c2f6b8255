// What every page loads: all of it makes quicker what works without it.
import { keys } from "./keys.js";

keys(document);
