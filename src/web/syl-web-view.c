/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

#include "syl-web-session.h"

/* A server that says nothing for so long has no answer. */
#define LOAD_TIMEOUT 30000

static void syl_web_view_iface_init (SylPageViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SylWebView, syl_web_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SYL_TYPE_PAGE_VIEW,
                                                      syl_web_view_iface_init))

static GParamSpec *properties[SYL_WEB_VIEW_N_PROPS];

void
_syl_web_view_notify (SylWebView     *self,
                      SylWebViewProp  prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static gboolean
is_shown (SylWebView *self)
{
  return self->state == SYL_WEB_VIEW_ARRIVING || self->state == SYL_WEB_VIEW_DONE ||
         (self->state == SYL_WEB_VIEW_WAITING && !self->is_new_source && !self->is_dead);
}

static gboolean
is_loading (SylWebView *self)
{
  return self->state == SYL_WEB_VIEW_WAITING || self->state == SYL_WEB_VIEW_ARRIVING;
}

static double
get_progress (SylWebView *self)
{
  if (self->web_view == NULL || self->state == SYL_WEB_VIEW_FAILED)
    return 0.0;
  return webkit_web_view_get_estimated_load_progress (self->web_view);
}

/* Where a page of the source is left behind what failed, that is where back leads to. */
static gboolean
can_go_back (SylWebView *self)
{
  if (self->history == NULL || self->is_new_source)
    return FALSE;
  if (self->state == SYL_WEB_VIEW_FAILED && !self->is_dead)
    return TRUE;
  return syl_web_history_can_go_back (self->history);
}

static gboolean
can_go_forward (SylWebView *self)
{
  return self->history != NULL && !self->is_new_source &&
         syl_web_history_can_go_forward (self->history);
}

/* One page of another source must not be seen, and not be clicked on, under the name of this one. */
static void
update_visibility (SylWebView *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->web_view), is_shown (self) ? 1.0 : 0.0);
  gtk_widget_set_can_target (GTK_WIDGET (self->web_view), is_shown (self));
}

static void
update_flags (SylWebView *self)
{
  static const SylWebViewProp props[] = {
    SYL_WEB_VIEW_PROP_LOADING,
    SYL_WEB_VIEW_PROP_CAN_GO_BACK,
    SYL_WEB_VIEW_PROP_CAN_GO_FORWARD,
  };
  const gboolean flags[] = { is_loading (self), can_go_back (self), can_go_forward (self) };

  for (unsigned int i = 0; i < G_N_ELEMENTS (props); i++)
    {
      if (self->flags[i] == flags[i])
        continue;
      self->flags[i] = flags[i];
      _syl_web_view_notify (self, props[i]);
    }
}

/* WebKit may tell the address of a page that has not come, or never will, while another one is there, with
 * its text and its marks. Once it rests, its address is that of what it shows. */
static void
keep_page_uri (SylWebView *self)
{
  if (self->state == SYL_WEB_VIEW_DONE && !webkit_web_view_is_loading (self->web_view))
    {
      g_set_str (&self->page_uri, webkit_web_view_get_uri (self->web_view));
      _syl_web_view_follow (self);
    }
}

static const char *
find_uri (SylWebView *self)
{
  if (self->failure != NULL)
    return self->failure->uri;
  return is_shown (self) ? self->page_uri : webkit_web_view_get_uri (self->web_view);
}

/* Who hears of one of them asks for the other. */
static void
update_uris (SylWebView *self)
{
  gboolean is_new = g_set_str (&self->uri, find_uri (self));

  if (g_set_str (&self->asked_uri, is_shown (self) ? _syl_web_view_find_asked_uri (self) : NULL))
    _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_ASKED_URI);
  if (is_new)
    _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_URI);
}

/* Tells of the properties that follow from the state. */
void
_syl_web_view_update (SylWebView *self)
{
  const char *title = is_shown (self) ? webkit_web_view_get_title (self->web_view) : NULL;

  if (title != NULL && *title == '\0')
    title = NULL;

  keep_page_uri (self);
  update_visibility (self);
  update_uris (self);
  if (g_set_str (&self->title, title))
    _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_TITLE);
  update_flags (self);
}

/* The viewer of PDFs fits pages to the width, so that a zoom of all of it changes nothing. */
void
_syl_web_view_apply_zoom (SylWebView *self)
{
  if (self->web_view == NULL)
    return;
  webkit_web_view_set_zoom_level (self->web_view, self->is_pdf ? 1.0 : self->zoom);
  if (self->is_pdf)
    syl_web_bridge_set_zoom (self->bridge, self->zoom);
}

static void
set_zoom (SylWebView *self,
          double      zoom)
{
  if (G_APPROX_VALUE (self->zoom, zoom, 0.0001))
    return;
  self->zoom = zoom;
  _syl_web_view_apply_zoom (self);
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_ZOOM);
}

static void
set_caret_browsing (SylWebView *self,
                    gboolean    caret_browsing)
{
  if (self->caret_browsing == caret_browsing)
    return;
  self->caret_browsing = caret_browsing;
  if (self->settings != NULL)
    webkit_settings_set_enable_caret_browsing (self->settings, caret_browsing);
  if (caret_browsing && self->bridge != NULL)
    syl_web_bridge_put_caret (self->bridge);
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_CARET_BROWSING);
}

static void
make_web_view (SylWebView *self)
{
  self->bridge = syl_web_bridge_new ();
  self->settings = syl_web_session_new_settings ();
  webkit_settings_set_enable_caret_browsing (self->settings, self->caret_browsing);
  self->web_view = g_object_new (WEBKIT_TYPE_WEB_VIEW,
                                 "web-context", syl_web_engine_get_context (self->engine),
                                 "network-session", syl_web_engine_get_session (self->engine),
                                 "user-content-manager", syl_web_bridge_get_manager (self->bridge),
                                 "settings", self->settings,
                                 "zoom-level", self->zoom,
                                 NULL);
  self->history = syl_web_history_new (self->web_view);
  gtk_widget_set_parent (GTK_WIDGET (self->web_view), GTK_WIDGET (self));

  _syl_web_view_connect_loading (self);
  _syl_web_view_connect_policy (self);
  _syl_web_view_connect_find (self);
  _syl_web_view_connect_place (self);
  _syl_web_view_connect_marks (self);
}

static void
syl_web_view_load (SylPageView        *view,
                   const char         *uri,
                   const SylPagePlace *place)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->web_view == NULL)
    make_web_view (self);
  _syl_web_view_load (view, uri, place);
}

static gboolean
syl_web_view_grab_focus (GtkWidget *widget)
{
  SylWebView *self = SYL_WEB_VIEW (widget);

  return self->web_view != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->web_view));
}

/* What is in the page, for those who mark it. */
static gboolean
get_text_property (SylWebView *self,
                   guint       id,
                   GValue     *value)
{
  switch (id)
    {
    case SYL_WEB_VIEW_PROP_PAGE_TEXT:
      g_value_set_boxed (value, self->text);
      break;
    case SYL_WEB_VIEW_PROP_SELECTION:
      g_value_set_boxed (value, self->selection);
      break;
    case SYL_WEB_VIEW_PROP_TEXT_TROUBLE:
      g_value_set_enum (value, (int) self->trouble);
      break;
    case SYL_WEB_VIEW_PROP_N_MARKS:
      g_value_set_uint (value, self->marks != NULL ? self->marks->len : 0);
      break;
    case SYL_WEB_VIEW_PROP_CURRENT_MARK:
      g_value_set_string (value, self->current_mark);
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

static void
syl_web_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SylWebView *self = SYL_WEB_VIEW (object);

  switch (id)
    {
    case SYL_WEB_VIEW_PROP_URI:
      g_value_set_string (value, self->uri);
      break;
    case SYL_WEB_VIEW_PROP_ASKED_URI:
      g_value_set_string (value, self->asked_uri);
      break;
    case SYL_WEB_VIEW_PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case SYL_WEB_VIEW_PROP_LOADING:
      g_value_set_boolean (value, is_loading (self));
      break;
    case SYL_WEB_VIEW_PROP_PROGRESS:
      g_value_set_double (value, get_progress (self));
      break;
    case SYL_WEB_VIEW_PROP_CAN_GO_BACK:
      g_value_set_boolean (value, can_go_back (self));
      break;
    case SYL_WEB_VIEW_PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, can_go_forward (self));
      break;
    case SYL_WEB_VIEW_PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case SYL_WEB_VIEW_PROP_CARET_BROWSING:
      g_value_set_boolean (value, self->caret_browsing);
      break;
    case SYL_WEB_VIEW_PROP_FAILURE:
      g_value_set_boxed (value, self->failure);
      break;
    case SYL_WEB_VIEW_PROP_LOAD_TIMEOUT:
      g_value_set_uint (value, self->load_timeout);
      break;
    case SYL_WEB_VIEW_PROP_UPGRADE_LOCAL:
      g_value_set_boolean (value, self->upgrade_local);
      break;
    default:
      if (!get_text_property (self, id, value))
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syl_web_view_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SylWebView *self = SYL_WEB_VIEW (object);

  /* The others can only be read. */
  if (id == SYL_WEB_VIEW_PROP_ZOOM)
    set_zoom (self, g_value_get_double (value));
  else if (id == SYL_WEB_VIEW_PROP_CARET_BROWSING)
    set_caret_browsing (self, g_value_get_boolean (value));
  else if (id == SYL_WEB_VIEW_PROP_LOAD_TIMEOUT)
    self->load_timeout = g_value_get_uint (value);
  else if (id == SYL_WEB_VIEW_PROP_UPGRADE_LOCAL)
    self->upgrade_local = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syl_web_view_dispose (GObject *object)
{
  SylWebView *self = SYL_WEB_VIEW (object);

  g_clear_handle_id (&self->watchdog_id, g_source_remove);
  g_clear_handle_id (&self->ended_id, g_source_remove);
  _syl_web_view_forget_place (self);
  g_clear_object (&self->history);
  g_clear_object (&self->landed_item);
  if (self->web_view != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->web_view)));
  g_clear_object (&self->bridge);
  g_clear_object (&self->settings);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (syl_web_view_parent_class)->dispose (object);
}

static void
syl_web_view_finalize (GObject *object)
{
  SylWebView *self = SYL_WEB_VIEW (object);

  g_free (self->uri);
  g_free (self->page_uri);
  g_free (self->asked_uri);
  g_free (self->landed_uri);
  g_free (self->title);
  g_free (self->plain_uri);
  g_free (self->awaited_uri);
  g_free (self->next_uri);
  g_free (self->sought);
  g_free (self->current_mark);
  g_clear_pointer (&self->failure, syl_page_failure_free);
  g_clear_pointer (&self->text, syl_page_text_unref);
  g_clear_pointer (&self->selection, syl_page_selection_free);
  g_clear_pointer (&self->marks, g_ptr_array_unref);

  G_OBJECT_CLASS (syl_web_view_parent_class)->finalize (object);
}

static void
syl_web_view_iface_init (SylPageViewInterface *iface)
{
  iface->load = syl_web_view_load;
  iface->reload = _syl_web_view_reload;
  iface->stop = _syl_web_view_stop;
  iface->go_back = _syl_web_view_go_back;
  iface->go_forward = _syl_web_view_go_forward;
  iface->find = _syl_web_view_find;
  iface->find_next = _syl_web_view_find_next;
  iface->find_previous = _syl_web_view_find_previous;
  iface->find_finish = _syl_web_view_find_finish;
  iface->get_place_async = _syl_web_view_get_place_async;
  iface->get_place_finish = _syl_web_view_get_place_finish;
  iface->set_marks = _syl_web_view_set_marks;
  iface->show_mark = _syl_web_view_show_mark;
  iface->show_place = _syl_web_view_show_place;
  iface->clear_selection = _syl_web_view_clear_selection;
}

static void
override_properties (GObjectClass *object_class)
{
  static const char *const names[] = {
    [SYL_WEB_VIEW_PROP_URI] = "uri",
    [SYL_WEB_VIEW_PROP_ASKED_URI] = "asked-uri",
    [SYL_WEB_VIEW_PROP_TITLE] = "title",
    [SYL_WEB_VIEW_PROP_LOADING] = "loading",
    [SYL_WEB_VIEW_PROP_PROGRESS] = "progress",
    [SYL_WEB_VIEW_PROP_CAN_GO_BACK] = "can-go-back",
    [SYL_WEB_VIEW_PROP_CAN_GO_FORWARD] = "can-go-forward",
    [SYL_WEB_VIEW_PROP_ZOOM] = "zoom",
    [SYL_WEB_VIEW_PROP_CARET_BROWSING] = "caret-browsing",
    [SYL_WEB_VIEW_PROP_FAILURE] = "failure",
    [SYL_WEB_VIEW_PROP_PAGE_TEXT] = "page-text",
    [SYL_WEB_VIEW_PROP_SELECTION] = "selection",
    [SYL_WEB_VIEW_PROP_TEXT_TROUBLE] = "text-trouble",
    [SYL_WEB_VIEW_PROP_N_MARKS] = "n-marks",
    [SYL_WEB_VIEW_PROP_CURRENT_MARK] = "current-mark",
  };

  for (guint id = SYL_WEB_VIEW_PROP_URI; id < G_N_ELEMENTS (names); id++)
    {
      g_object_class_override_property (object_class, id, names[id]);
      properties[id] = g_object_class_find_property (object_class, names[id]);
    }
}

static void
syl_web_view_class_init (SylWebViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = syl_web_view_get_property;
  object_class->set_property = syl_web_view_set_property;
  object_class->dispose = syl_web_view_dispose;
  object_class->finalize = syl_web_view_finalize;
  widget_class->grab_focus = syl_web_view_grab_focus;

  override_properties (object_class);

  /**
   * SylWebView:load-timeout:
   *
   * Milliseconds after which a server that has not answered is given up.
   */
  properties[SYL_WEB_VIEW_PROP_LOAD_TIMEOUT] =
    g_param_spec_uint ("load-timeout", NULL, NULL, 1, G_MAXUINT, LOAD_TIMEOUT,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * SylWebView:upgrade-local:
   *
   * Whether https is tried first on this machine too, where servers seldom have it.
   */
  properties[SYL_WEB_VIEW_PROP_UPGRADE_LOCAL] =
    g_param_spec_boolean ("upgrade-local", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, SYL_WEB_VIEW_PROP_LOAD_TIMEOUT,
                                   properties[SYL_WEB_VIEW_PROP_LOAD_TIMEOUT]);
  g_object_class_install_property (object_class, SYL_WEB_VIEW_PROP_UPGRADE_LOCAL,
                                   properties[SYL_WEB_VIEW_PROP_UPGRADE_LOCAL]);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
syl_web_view_init (SylWebView *self)
{
  self->zoom = 1.0;
  self->load_timeout = LOAD_TIMEOUT;
  g_queue_init (&self->place_tasks);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * syl_web_view_new:
 * @engine: the engine whose session it shares
 *
 * Makes a view. What it needs of WebKit is made when it loads its first page.
 *
 * Returns: (transfer floating): the view
 */
SylWebView *
syl_web_view_new (SylWebEngine *engine)
{
  SylWebView *self = g_object_new (SYL_TYPE_WEB_VIEW, NULL);

  self->engine = g_object_ref (engine);
  return self;
}
