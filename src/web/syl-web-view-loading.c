/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "syl-web-failure.h"

/* A site without https must not keep the reader waiting for as long as one that is down. */
#define UPGRADE_PART 3

/* Milliseconds without a load, after which none is to be expected. */
#define QUIET 300

/* Of a load that WebKit cancelled. */
#define MAX_RETRIES 3

#define BLANK "about:blank"

static void load_failed (SylWebView     *self,
                         SylPageFailure *failure);

static void
stop_watchdog (SylWebView *self)
{
  g_clear_handle_id (&self->watchdog_id, g_source_remove);
}

/* WebKit tells where the program wants to go, but not where a link of the page leads to. */
static const char *
find_awaited_uri (SylWebView *self)
{
  const char *uri = webkit_web_view_get_uri (self->web_view);
  WebKitWebResource *resource = webkit_web_view_get_main_resource (self->web_view);

  if (resource != NULL && g_strcmp0 (uri, self->page_uri) == 0)
    return webkit_web_resource_get_uri (resource);
  return uri;
}

static gboolean
watchdog_cb (gpointer user_data)
{
  SylWebView *self = user_data;

  self->watchdog_id = 0;
  load_failed (self, syl_page_failure_new (SYL_PAGE_FAILURE_TIMEOUT, find_awaited_uri (self), 0,
                                           _("The site did not answer in time.")));
  return G_SOURCE_REMOVE;
}

static void
start_watchdog (SylWebView *self)
{
  unsigned int timeout = self->load_timeout;

  if (self->plain_uri != NULL)
    timeout = MAX (1, timeout / UPGRADE_PART);
  stop_watchdog (self);
  self->watchdog_id = g_timeout_add (timeout, watchdog_cb, self);
}

void
_syl_web_view_clear_failure (SylWebView *self)
{
  if (self->failure == NULL)
    return;
  g_clear_pointer (&self->failure, syl_page_failure_free);
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_FAILURE);
}

static gboolean
is_blank (SylWebView *self)
{
  return g_strcmp0 (webkit_web_view_get_uri (self->web_view), BLANK) == 0;
}

/* What another source left in the view would go on playing behind the failure. */
static void
blank (SylWebView *self)
{
  WebKitBackForwardList *list = webkit_web_view_get_back_forward_list (self->web_view);

  if (!self->is_dead && webkit_back_forward_list_get_current_item (list) != NULL)
    {
      self->is_blanking = TRUE;
      self->has_blanked = FALSE;
      webkit_web_view_load_uri (self->web_view, BLANK);
    }
  else
    webkit_web_view_stop_loading (self->web_view);
}

/* Takes the failure. */
void
_syl_web_view_fail (SylWebView     *self,
                    SylPageFailure *failure)
{
  stop_watchdog (self);
  g_clear_pointer (&self->plain_uri, g_free);
  g_clear_pointer (&self->failure, syl_page_failure_free);
  self->failure = failure;
  self->is_going = FALSE;
  self->state = SYL_WEB_VIEW_FAILED;
  if (self->is_new_source)
    blank (self);
  else
    webkit_web_view_stop_loading (self->web_view);
  _syl_web_view_update (self);
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_PROGRESS);
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_FAILURE);
}

static gboolean
is_same_document (SylWebView *self,
                  const char *uri)
{
  const char *here = webkit_web_view_get_uri (self->web_view);
  const char *fragment = strchr (uri, '#');
  size_t length = fragment != NULL ? (size_t) (fragment - uri) : strlen (uri);

  return fragment != NULL && here != NULL && strncmp (here, uri, length) == 0 &&
         (here[length] == '#' || here[length] == '\0');
}

static void
wait_for (SylWebView *self,
          const char *uri)
{
  g_clear_handle_id (&self->ended_id, g_source_remove);
  g_clear_pointer (&self->next_uri, g_free);
  g_set_str (&self->awaited_uri, uri);
  self->is_cancelled = FALSE;
  self->n_retries = 0;
  self->state = SYL_WEB_VIEW_WAITING;
  start_watchdog (self);
  _syl_web_view_clear_failure (self);
  /* To another place in the document WebKit would only scroll; a source begins with its own. */
  if (self->is_new_source && !self->is_dead && !self->is_blanking && is_same_document (self, uri))
    blank (self);
  /* A load that comes into the way of the blank one may be cancelled with it. */
  if (self->is_blanking && !self->is_dead)
    self->next_uri = g_strdup (uri);
  else
    webkit_web_view_load_uri (self->web_view, uri);
  _syl_web_view_update (self);
}

static void
load_next (SylWebView *self)
{
  g_autofree char *uri = g_steal_pointer (&self->next_uri);

  self->is_blanking = FALSE;
  if (uri != NULL)
    webkit_web_view_load_uri (self->web_view, uri);
}

static gboolean
is_worth_plain (SylPageFailureKind kind)
{
  return kind == SYL_PAGE_FAILURE_CONNECTION || kind == SYL_PAGE_FAILURE_TIMEOUT ||
         kind == SYL_PAGE_FAILURE_TLS;
}

/* Takes the failure. Of an address that was given as http, only https has failed so far. */
static void
load_failed (SylWebView     *self,
             SylPageFailure *failure)
{
  g_autofree char *plain = g_steal_pointer (&self->plain_uri);

  if (plain == NULL || !is_worth_plain (failure->kind))
    {
      _syl_web_view_fail (self, failure);
      return;
    }
  syl_page_failure_free (failure);
  syl_web_engine_add_plain_host (self->engine, plain);
  wait_for (self, plain);
}

static gboolean
is_web (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

/* The port is left alone: one that is named serves both or one of them. */
static char *
dup_upgraded (SylWebView *self,
              const char *uri)
{
  if (g_strcmp0 (g_uri_peek_scheme (uri), "http") != 0 ||
      syl_web_engine_is_plain_host (self->engine, uri) ||
      (!self->upgrade_local && syl_web_failure_is_local (uri)))
    return NULL;
  return g_strconcat ("https", uri + strlen ("http"), NULL);
}

static void
begin (SylWebView *self,
       const char *uri)
{
  g_autofree char *upgraded = dup_upgraded (self, uri);

  g_set_str (&self->plain_uri, upgraded != NULL ? uri : NULL);
  wait_for (self, upgraded != NULL ? upgraded : uri);
}

void
_syl_web_view_load (SylPageView        *view,
                    const char         *uri,
                    const SylPagePlace *place)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  self->is_new_source = TRUE;
  _syl_web_view_forget_place (self);
  syl_web_bridge_end_document (self->bridge);
  _syl_web_view_forget_text (self);
  if (place != NULL)
    self->wanted_place = syl_page_place_copy (place);

  if (is_web (uri))
    begin (self, uri);
  else
    _syl_web_view_fail (self, syl_page_failure_new (SYL_PAGE_FAILURE_OTHER, uri, 0,
                                                    _("The address is none of a web page.")));
}

/* What was in the reader's view is to be there again. */
static void
want_known_place (SylWebView *self)
{
  if (self->wanted_place == NULL && self->known_place != NULL)
    self->wanted_place = syl_page_place_copy (self->known_place);
}

void
_syl_web_view_reload (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);
  g_autofree char *uri = NULL;

  if (self->state == SYL_WEB_VIEW_EMPTY)
    return;
  if (self->failure == NULL)
    {
      webkit_web_view_reload (self->web_view);
      return;
    }
  uri = g_strdup (self->failure->uri);
  if (!is_web (uri))
    return;
  if (self->failure->kind == SYL_PAGE_FAILURE_CRASH)
    want_known_place (self);
  begin (self, uri);
}

/* Back to what is shown, or nothing is: then that is said. */
void
_syl_web_view_abandon (SylWebView *self,
                       const char *detail)
{
  stop_watchdog (self);
  g_clear_pointer (&self->plain_uri, g_free);
  if (self->is_new_source || self->is_dead)
    {
      _syl_web_view_fail (self, syl_page_failure_new (SYL_PAGE_FAILURE_OTHER, self->uri, 0,
                                                      detail));
      return;
    }
  self->is_going = FALSE;
  self->state = SYL_WEB_VIEW_DONE;
  _syl_web_view_update (self);
}

/* The server has answered: what comes now may be slow, but it comes. */
void
_syl_web_view_answered (SylWebView *self)
{
  stop_watchdog (self);
}

static gboolean
is_pdf (SylWebView *self)
{
  WebKitWebResource *resource = webkit_web_view_get_main_resource (self->web_view);
  WebKitURIResponse *response = resource != NULL ? webkit_web_resource_get_response (resource)
                                                 : NULL;

  return response != NULL &&
         g_strcmp0 (webkit_uri_response_get_mime_type (response), "application/pdf") == 0;
}

static void
committed (SylWebView *self)
{
  gboolean is_new_source = self->is_new_source;

  stop_watchdog (self);
  g_clear_pointer (&self->plain_uri, g_free);
  _syl_web_view_clear_failure (self);
  self->is_new_source = FALSE;
  self->is_dead = FALSE;
  self->is_going = FALSE;
  self->is_ready = FALSE;
  self->is_pdf = is_pdf (self);
  self->state = SYL_WEB_VIEW_ARRIVING;
  g_set_str (&self->page_uri, webkit_web_view_get_uri (self->web_view));
  _syl_web_view_land (self);
  syl_web_bridge_begin_document (self->bridge, self->is_pdf);
  _syl_web_view_forget_text (self);
  _syl_web_view_apply_zoom (self);
  if (is_new_source)
    syl_web_history_begin (self->history);
  _syl_web_view_update (self);
}

/* By the reader's click in a page, or by the page. */
static void
started (SylWebView *self)
{
  if (self->state == SYL_WEB_VIEW_FAILED)
    _syl_web_view_clear_failure (self);
  self->state = SYL_WEB_VIEW_WAITING;
  start_watchdog (self);
  _syl_web_view_update (self);
}

static void
load_changed_cb (SylWebView      *self,
                 WebKitLoadEvent  event)
{
  if (is_blank (self))
    {
      self->has_blanked |= event == WEBKIT_LOAD_COMMITTED;
      if (event == WEBKIT_LOAD_FINISHED && self->has_blanked)
        load_next (self);
      return;
    }

  switch (event)
    {
    case WEBKIT_LOAD_STARTED:
    case WEBKIT_LOAD_REDIRECTED:
      started (self);
      break;
    case WEBKIT_LOAD_COMMITTED:
      committed (self);
      break;
    case WEBKIT_LOAD_FINISHED:
      if (self->state == SYL_WEB_VIEW_ARRIVING)
        {
          self->state = SYL_WEB_VIEW_DONE;
          _syl_web_view_update (self);
        }
      break;
    default:
      break;
    }
}

/* A page of which a part is there is better than none; a PDF needs all of it. */
static gboolean
is_fatal (SylWebView   *self,
          const GError *error)
{
  if (g_error_matches (error, WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      error->domain == WEBKIT_POLICY_ERROR || error->domain == WEBKIT_MEDIA_ERROR)
    return FALSE;
  return self->state == SYL_WEB_VIEW_WAITING ||
         (self->state == SYL_WEB_VIEW_ARRIVING && self->is_pdf);
}

static gboolean
load_failed_cb (SylWebView      *self,
                WebKitLoadEvent  event,
                const char      *uri,
                const GError    *error)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  g_debug ("%s: %s %d: %s", uri, g_quark_to_string (error->domain), error->code, error->message);
  self->is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (is_fatal (self, error))
    load_failed (self, syl_web_failure_from_error (uri, error,
                                                   g_network_monitor_get_network_available (monitor)));
  return TRUE;
}

static gboolean
tls_failed_cb (SylWebView           *self,
               const char           *uri,
               GTlsCertificate      *certificate,
               GTlsCertificateFlags  flags)
{
  if (self->state == SYL_WEB_VIEW_WAITING)
    load_failed (self, syl_web_failure_from_tls (uri, flags));
  return TRUE;
}

static void
process_ended_cb (SylWebView                      *self,
                  WebKitWebProcessTerminationReason reason)
{
  const char *detail = reason == WEBKIT_WEB_PROCESS_EXCEEDED_MEMORY_LIMIT
                         ? _("The page used too much memory.")
                         : _("The process that showed the page ended unexpectedly.");

  self->is_dead = TRUE;
  self->is_blanking = FALSE;
  self->is_ready = FALSE;
  syl_web_bridge_end_document (self->bridge);
  _syl_web_view_forget_text (self);
  if (self->state != SYL_WEB_VIEW_EMPTY && self->state != SYL_WEB_VIEW_FAILED)
    _syl_web_view_fail (self, syl_page_failure_new (SYL_PAGE_FAILURE_CRASH, self->uri, 0, detail));
}

/* WebKit cancels a load now and then that comes right after one that failed, on a busy machine more than
 * once. */
static void
retry (SylWebView *self)
{
  self->n_retries++;
  webkit_web_view_load_uri (self->web_view, self->awaited_uri);
}

/* Some loads end with neither a page nor an error: an answer without content, or a page that stops
 * itself. What WebKit has to say about it comes soon after; or it was the load before this one. */
static gboolean
ended_cb (gpointer user_data)
{
  SylWebView *self = user_data;

  self->ended_id = 0;
  if (self->state != SYL_WEB_VIEW_WAITING || webkit_web_view_is_loading (self->web_view))
    return G_SOURCE_REMOVE;

  if (self->next_uri != NULL)
    load_next (self);
  else if (self->is_new_source && self->is_cancelled && self->n_retries < MAX_RETRIES)
    retry (self);
  else
    _syl_web_view_abandon (self, _("There is nothing at this address."));
  return G_SOURCE_REMOVE;
}

static void
property_cb (SylWebView *self)
{
  if (!is_blank (self))
    _syl_web_view_update (self);
}

static void
is_loading_cb (SylWebView *self)
{
  property_cb (self);
  if (self->ended_id == 0 && !webkit_web_view_is_loading (self->web_view))
    self->ended_id = g_timeout_add (QUIET, ended_cb, self);
}

static void
progress_cb (SylWebView *self)
{
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_PROGRESS);
}

/* Connects what WebKit tells of loading. */
void
_syl_web_view_connect_loading (SylWebView *self)
{
  const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
    { "load-changed", G_CALLBACK (load_changed_cb) },
    { "load-failed", G_CALLBACK (load_failed_cb) },
    { "load-failed-with-tls-errors", G_CALLBACK (tls_failed_cb) },
    { "web-process-terminated", G_CALLBACK (process_ended_cb) },
    { "notify::is-loading", G_CALLBACK (is_loading_cb) },
    { "notify::uri", G_CALLBACK (property_cb) },
    { "notify::title", G_CALLBACK (property_cb) },
    { "notify::estimated-load-progress", G_CALLBACK (progress_cb) },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->web_view, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (property_cb), self,
                           G_CONNECT_SWAPPED);
}
