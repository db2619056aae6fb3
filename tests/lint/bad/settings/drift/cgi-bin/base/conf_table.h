CONF_TEXT(region, "CN")
CONF_INT(unexplained, 1, 0, 1) /* BAD */
