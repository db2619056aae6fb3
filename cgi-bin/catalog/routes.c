#include "catalog/catalog.h"

const struct route catalog_routes[] = {
	{METHOD_GET, "/", WHO_VISITOR, .handle = home_get},
	{METHOD_GET, "/matters", WHO_VISITOR, .handle = matters_get},
	{METHOD_GET, "/matters/{code}", WHO_VISITOR, .handle = guide_get},
	{METHOD_GET, "/prefs/elder", WHO_ANYONE, .handle = elder_get},
	{METHOD_GET, "/healthz", WHO_ANYONE, .handle = healthz_get},
	{.path = NULL},
};
