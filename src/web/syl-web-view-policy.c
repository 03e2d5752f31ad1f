/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

typedef enum
{
  WAY_INSIDE,   /* a page, or a part of one */
  WAY_OUTSIDE,  /* for another program, if the reader wants it */
  WAY_NOWHERE,
} Way;

static const struct
{
  const char *scheme;
  Way way;
} ways[] = {
  { "http", WAY_INSIDE },
  { "https", WAY_INSIDE },
  { "about", WAY_INSIDE },
  { "blob", WAY_INSIDE },
  { "data", WAY_INSIDE },
  { "webkit-pdfjs-viewer", WAY_INSIDE },
  { "file", WAY_NOWHERE },
  { "javascript", WAY_NOWHERE },
  { "resource", WAY_NOWHERE },
};

static Way
get_way (const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);

  if (scheme == NULL)
    return WAY_NOWHERE;
  for (unsigned int i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (g_ascii_strcasecmp (scheme, ways[i].scheme) == 0)
        return ways[i].way;
    }
  return WAY_OUTSIDE;
}

static gboolean
is_web (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static void
open_externally (SylWebView *self,
                 const char *uri)
{
  g_signal_emit_by_name (self, "open-externally", uri);
}

/* A page can go back through all that the view has shown; other sources are none of its business. */
static gboolean
is_allowed (SylWebView             *self,
            WebKitNavigationAction *action,
            const char             *uri)
{
  if (webkit_navigation_action_get_navigation_type (action) != WEBKIT_NAVIGATION_TYPE_BACK_FORWARD)
    return TRUE;
  return self->is_going || syl_web_history_contains (self->history, uri);
}

static void
decide_navigation (SylWebView           *self,
                   WebKitPolicyDecision *decision)
{
  WebKitNavigationPolicyDecision *navigation = WEBKIT_NAVIGATION_POLICY_DECISION (decision);
  WebKitNavigationAction *action =
    webkit_navigation_policy_decision_get_navigation_action (navigation);
  const char *uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  Way way = get_way (uri);

  if (way == WAY_INSIDE && is_allowed (self, action, uri))
    {
      webkit_policy_decision_use (decision);
      return;
    }
  webkit_policy_decision_ignore (decision);
  /* Pages may not ask the reader of their own accord, again and again. */
  if (way == WAY_OUTSIDE &&
      (webkit_navigation_action_is_user_gesture (action) ||
       (self->is_new_source && webkit_navigation_action_is_redirect (action))))
    open_externally (self, uri);
}

/* Here: there is one view. */
static void
open_window (SylWebView             *self,
             WebKitNavigationAction *action)
{
  WebKitURIRequest *request = webkit_navigation_action_get_request (action);
  const char *uri = webkit_uri_request_get_uri (request);
  gboolean by_reader = webkit_navigation_action_is_user_gesture (action);

  if (is_web (uri))
    webkit_web_view_load_request (self->web_view, request);
  else if (by_reader && get_way (uri) == WAY_OUTSIDE)
    open_externally (self, uri);
}

static gboolean
is_attachment (WebKitURIResponse *response)
{
  SoupMessageHeaders *headers = webkit_uri_response_get_http_headers (response);
  g_autofree char *disposition = NULL;

  return headers != NULL &&
         soup_message_headers_get_content_disposition (headers, &disposition, NULL) &&
         g_strcmp0 (disposition, "attachment") == 0;
}

static gboolean
is_to_be_shown (WebKitResponsePolicyDecision *decision,
                WebKitURIResponse            *response)
{
  if (g_strcmp0 (webkit_uri_response_get_mime_type (response), "application/pdf") == 0)
    return TRUE;
  return webkit_response_policy_decision_is_mime_type_supported (decision) &&
         !is_attachment (response);
}

static void
refuse_file (SylWebView           *self,
             WebKitPolicyDecision *decision,
             const char           *uri)
{
  g_autofree char *kept = g_strdup (uri);

  webkit_policy_decision_ignore (decision);
  _syl_web_view_abandon (self, _("This kind of file can’t be shown here."));
  open_externally (self, kept);
}

static void
decide_response (SylWebView           *self,
                 WebKitPolicyDecision *policy)
{
  WebKitResponsePolicyDecision *decision = WEBKIT_RESPONSE_POLICY_DECISION (policy);
  WebKitURIResponse *response = webkit_response_policy_decision_get_response (decision);
  const char *uri = webkit_uri_response_get_uri (response);
  unsigned int status = webkit_uri_response_get_status_code (response);

  if (!webkit_response_policy_decision_is_main_frame_main_resource (decision))
    {
      if (is_to_be_shown (decision, response))
        webkit_policy_decision_use (policy);
      else
        webkit_policy_decision_ignore (policy);
      return;
    }

  _syl_web_view_answered (self);
  if (status >= 400)
    {
      webkit_policy_decision_ignore (policy);
      _syl_web_view_fail (self, syl_page_failure_new (SYL_PAGE_FAILURE_HTTP, uri, status,
                                                      soup_status_get_phrase (status)));
    }
  else if (!is_to_be_shown (decision, response))
    refuse_file (self, policy, uri);
  else
    webkit_policy_decision_use (policy);
}

static gboolean
decide_policy_cb (SylWebView               *self,
                  WebKitPolicyDecision     *decision,
                  WebKitPolicyDecisionType  type)
{
  switch (type)
    {
    case WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION:
      decide_navigation (self, decision);
      return TRUE;
    case WEBKIT_POLICY_DECISION_TYPE_NEW_WINDOW_ACTION:
      webkit_policy_decision_ignore (decision);
      open_window (self, webkit_navigation_policy_decision_get_navigation_action (
                           WEBKIT_NAVIGATION_POLICY_DECISION (decision)));
      return TRUE;
    case WEBKIT_POLICY_DECISION_TYPE_RESPONSE:
      decide_response (self, decision);
      return TRUE;
    default:
      return FALSE;
    }
}

static WebKitWebView *
create_cb (SylWebView             *self,
           WebKitNavigationAction *action)
{
  if (webkit_navigation_action_is_user_gesture (action))
    open_window (self, action);
  return NULL;
}

/* Papers need no camera, no place and no messages. */
static gboolean
permission_request_cb (SylWebView              *self,
                       WebKitPermissionRequest *request)
{
  webkit_permission_request_deny (request);
  return TRUE;
}

static gboolean
permission_state_cb (SylWebView                 *self,
                     WebKitPermissionStateQuery *query)
{
  webkit_permission_state_query_finish (query, WEBKIT_PERMISSION_STATE_DENIED);
  return TRUE;
}

static gboolean
show_notification_cb (SylWebView *self)
{
  return TRUE;
}

/* Leaving is never asked about: nothing that is typed into a page is kept anyway. */
static gboolean
script_dialog_cb (SylWebView         *self,
                  WebKitScriptDialog *dialog)
{
  if (webkit_script_dialog_get_dialog_type (dialog) !=
      WEBKIT_SCRIPT_DIALOG_BEFORE_UNLOAD_CONFIRM)
    return FALSE;
  webkit_script_dialog_confirm_set_confirmed (dialog, TRUE);
  return TRUE;
}

/**
 * syl_web_view_download_started_cb:
 * @session: the session
 * @download: a download
 * @user_data: unused
 *
 * Ends each download before it has begun: files are for the reader's browser.
 */
void
syl_web_view_download_started_cb (WebKitNetworkSession *session,
                                  WebKitDownload       *download,
                                  gpointer              user_data)
{
  WebKitURIRequest *request = webkit_download_get_request (download);
  g_autofree char *uri = g_strdup (webkit_uri_request_get_uri (request));
  WebKitWebView *web_view = webkit_download_get_web_view (download);
  GtkWidget *view = web_view != NULL ? gtk_widget_get_parent (GTK_WIDGET (web_view)) : NULL;

  webkit_download_cancel (download);
  if (view != NULL && SYL_IS_WEB_VIEW (view) && is_web (uri))
    open_externally (SYL_WEB_VIEW (view), uri);
}

/* Connects what a page may not do unasked. */
void
_syl_web_view_connect_policy (SylWebView *self)
{
  const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
    { "decide-policy", G_CALLBACK (decide_policy_cb) },
    { "create", G_CALLBACK (create_cb) },
    { "permission-request", G_CALLBACK (permission_request_cb) },
    { "query-permission-state", G_CALLBACK (permission_state_cb) },
    { "show-notification", G_CALLBACK (show_notification_cb) },
    { "script-dialog", G_CALLBACK (script_dialog_cb) },
    { "context-menu", G_CALLBACK (_syl_web_view_context_menu_cb) },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->web_view, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
}
