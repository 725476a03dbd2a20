/* The entry point of every page: finds what the page holds and brings it to life. */
import "./main.css";
