// Starts what the page asks for. Every page is whole without scripts: they only move with the reader's clock.
import { start } from "./start.js";

start(document);
