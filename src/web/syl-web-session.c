/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include "syl-web-session.h"

/* Megabytes of a web process above which it first gives up caches, and at twice that is ended: a
 * runaway page must not take the machine with it. Papers with hundreds of figures stay below. */
#define MEMORY_LIMIT 1500
#define KILL_THRESHOLD 2.0

/**
 * syl_web_session_new_context:
 *
 * Returns: (transfer full): the context of all views; WebKit's sandbox is always on in it
 */
WebKitWebContext *
syl_web_session_new_context (void)
{
  WebKitMemoryPressureSettings *memory = webkit_memory_pressure_settings_new ();
  WebKitWebContext *context;

  webkit_memory_pressure_settings_set_memory_limit (memory, MEMORY_LIMIT);
  webkit_memory_pressure_settings_set_kill_threshold (memory, KILL_THRESHOLD);
  context = g_object_new (WEBKIT_TYPE_WEB_CONTEXT, "memory-pressure-settings", memory, NULL);
  webkit_memory_pressure_settings_free (memory);

  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_BROWSER);
  return context;
}

/**
 * syl_web_session_new_network:
 * @data_directory: where cookies and storage live
 * @cache_directory: where the cache lives
 *
 * Makes a session of its own, which shares nothing with the reader's browser. Sites keep their
 * cookies in it, since some papers are behind a login or a consent; others can't follow the reader
 * through the list with them.
 *
 * Returns: (transfer full): the session
 */
WebKitNetworkSession *
syl_web_session_new_network (const char *data_directory,
                             const char *cache_directory)
{
  g_autofree char *cookies = g_build_filename (data_directory, "cookies.sqlite", NULL);
  WebKitNetworkSession *session = webkit_network_session_new (data_directory, cache_directory);
  WebKitCookieManager *manager = webkit_network_session_get_cookie_manager (session);

  webkit_cookie_manager_set_persistent_storage (manager, cookies,
                                                WEBKIT_COOKIE_PERSISTENT_STORAGE_SQLITE);
  webkit_cookie_manager_set_accept_policy (manager, WEBKIT_COOKIE_POLICY_ACCEPT_NO_THIRD_PARTY);
  webkit_network_session_set_itp_enabled (session, TRUE);
  webkit_network_session_set_tls_errors_policy (session, WEBKIT_TLS_ERRORS_POLICY_FAIL);
  webkit_network_session_set_persistent_credential_storage_enabled (session, FALSE);

  return session;
}

/**
 * syl_web_session_new_settings:
 *
 * Returns: (transfer full): what pages may do
 */
WebKitSettings *
syl_web_session_new_settings (void)
{
  return webkit_settings_new_with_settings (
    "allow-file-access-from-file-urls", FALSE,
    "allow-universal-access-from-file-urls", FALSE,
    "enable-back-forward-navigation-gestures", FALSE,
    "enable-developer-extras", SYL_DEVELOPMENT,
    "enable-fullscreen", FALSE,
    "enable-javascript", TRUE,
    "javascript-can-access-clipboard", FALSE,
    "javascript-can-open-windows-automatically", FALSE,
    "media-playback-requires-user-gesture", TRUE,
    NULL);
}
