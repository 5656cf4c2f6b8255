// What every page loads: all of it makes quicker what works without it.
import { correct } from "./correct.js";
import { drawer } from "./drawer.js";
import { keys } from "./keys.js";
import { missed } from "./missed.js";

correct(document);
drawer(document);
keys(document);
missed(document);
