#include "catalog/catalog.h"

const struct route catalog_routes[] = {
	{METHOD_GET, "/", LET_VISITOR, .handle = home_get},
	{METHOD_GET, "/matters", LET_VISITOR, .handle = matters_get},
	{METHOD_GET, "/matters/{code}", LET_VISITOR, .handle = guide_get},
	{METHOD_GET, "/prefs/elder", LET_ANYONE, .handle = elder_get},
	{METHOD_GET, "/healthz", LET_ANYONE, .handle = healthz_get},
	{.path = NULL},
};
