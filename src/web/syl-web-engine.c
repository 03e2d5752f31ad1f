/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-engine.h"

#include "syl-web-session.h"
#include "syl-web-view.h"

struct _SylWebEngine
{
  GObject parent_instance;

  char *data_directory;
  char *cache_directory;
  WebKitWebContext *context;     /* nullable; made with the first page */
  WebKitNetworkSession *session; /* nullable; made with the first page */
  GHashTable *plain_hosts;       /* of char*; those that answered over http only */
};

static void syl_web_engine_iface_init (SylPageEngineInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SylWebEngine, syl_web_engine, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SYL_TYPE_PAGE_ENGINE,
                                                      syl_web_engine_iface_init))

static SylPageView *
syl_web_engine_create_view (SylPageEngine *engine)
{
  return SYL_PAGE_VIEW (syl_web_view_new (SYL_WEB_ENGINE (engine)));
}

/* "host:port", since a port is a server of its own; NULL for what is no address. */
static char *
dup_server (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);

  if (parsed == NULL || g_uri_get_host (parsed) == NULL)
    return NULL;
  return g_strdup_printf ("%s:%d", g_uri_get_host (parsed), g_uri_get_port (parsed));
}

/**
 * syl_web_engine_is_plain_host:
 * @self: an engine
 * @uri: an http address
 *
 * Returns: whether https is known not to work there
 */
gboolean
syl_web_engine_is_plain_host (SylWebEngine *self,
                              const char   *uri)
{
  g_autofree char *server = dup_server (uri);

  return server != NULL && g_hash_table_contains (self->plain_hosts, server);
}

/**
 * syl_web_engine_add_plain_host:
 * @self: an engine
 * @uri: an http address
 *
 * Remembers, as long as the program runs, that https does not work there.
 */
void
syl_web_engine_add_plain_host (SylWebEngine *self,
                               const char   *uri)
{
  char *server = dup_server (uri);

  if (server != NULL)
    g_hash_table_add (self->plain_hosts, server);
}

/**
 * syl_web_engine_get_context:
 * @self: an engine
 *
 * Returns: (transfer none): the context of its views
 */
WebKitWebContext *
syl_web_engine_get_context (SylWebEngine *self)
{
  if (self->context == NULL)
    self->context = syl_web_session_new_context ();
  return self->context;
}

/**
 * syl_web_engine_get_session:
 * @self: an engine
 *
 * Returns: (transfer none): the session of its views
 */
WebKitNetworkSession *
syl_web_engine_get_session (SylWebEngine *self)
{
  if (self->session == NULL)
    {
      self->session = syl_web_session_new_network (self->data_directory, self->cache_directory);
      g_signal_connect (self->session, "download-started",
                        G_CALLBACK (syl_web_view_download_started_cb), NULL);
    }
  return self->session;
}

static void
syl_web_engine_finalize (GObject *object)
{
  SylWebEngine *self = SYL_WEB_ENGINE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_hash_table_unref (self->plain_hosts);
  g_free (self->data_directory);
  g_free (self->cache_directory);

  G_OBJECT_CLASS (syl_web_engine_parent_class)->finalize (object);
}

static void
syl_web_engine_iface_init (SylPageEngineInterface *iface)
{
  iface->create_view = syl_web_engine_create_view;
}

static void
syl_web_engine_class_init (SylWebEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_web_engine_finalize;
}

static void
syl_web_engine_init (SylWebEngine *self)
{
  self->plain_hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * syl_web_engine_new:
 * @data_directory: where cookies and storage live
 * @cache_directory: where the cache lives
 *
 * Makes an engine. Neither WebKit's session nor any of its processes is there before a view loads
 * its first page.
 *
 * Returns: (transfer full): the engine
 */
SylWebEngine *
syl_web_engine_new (const char *data_directory,
                    const char *cache_directory)
{
  SylWebEngine *self = g_object_new (SYL_TYPE_WEB_ENGINE, NULL);

  self->data_directory = g_strdup (data_directory);
  self->cache_directory = g_strdup (cache_directory);
  return self;
}
