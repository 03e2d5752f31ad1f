/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-pick-pane.h"

#include "page/syl-pick-pane-private.h"
#include "page/syl-reader-private.h"

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_PICK,
  PROP_READING,
  PROP_SHOW_PANEL,
  PROP_PANEL_VISIBLE,
  PROP_ZOOM,
  PROP_CARET_BROWSING,
  PROP_COUNT_TIME,
  PROP_ALONE,
} SylPickPaneProps;

static GParamSpec *properties[PROP_ALONE + 1];

G_DEFINE_FINAL_TYPE (SylPickPane, syl_pick_pane, ADW_TYPE_BIN)

static void
bind (SylPickPane   *self,
      GtkWidget     *child,
      const char    *property,
      GBindingFlags  flags)
{
  g_object_bind_property (self, property, child, property, flags | G_BINDING_SYNC_CREATE);
}

static void
reader_changed_cb (SylPickPane *self)
{
  _syl_pick_pane_update_actions (self);
}

static void
panel_visible_cb (SylPickPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL_VISIBLE]);
}

static void
ensure_overview (SylPickPane *self)
{
  if (self->overview != NULL)
    return;

  self->overview = g_object_new (SYL_TYPE_PICK_OVERVIEW, NULL);
  bind (self, GTK_WIDGET (self->overview), "library", G_BINDING_DEFAULT);
  bind (self, GTK_WIDGET (self->overview), "pick", G_BINDING_DEFAULT);
  bind (self, GTK_WIDGET (self->overview), "alone", G_BINDING_DEFAULT);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->overview), "overview");
}

static void
ensure_reader (SylPickPane *self)
{
  static const char *const shared[] = { "show-panel", "zoom", "caret-browsing", "count-time" };
  static const char *const watched[] = {
    "notify::source", "notify::can-go-back", "notify::can-go-forward", "notify::location",
  };

  if (self->reader != NULL)
    return;

  self->reader = g_object_new (SYL_TYPE_READER, NULL);
  bind (self, GTK_WIDGET (self->reader), "library", G_BINDING_DEFAULT);
  bind (self, GTK_WIDGET (self->reader), "alone", G_BINDING_DEFAULT);
  for (size_t i = 0; i < G_N_ELEMENTS (shared); i++)
    bind (self, GTK_WIDGET (self->reader), shared[i], G_BINDING_BIDIRECTIONAL);
  for (size_t i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->reader, watched[i], G_CALLBACK (reader_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::panel-visible", G_CALLBACK (panel_visible_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->reader), "page");
  if (self->engine != NULL)
    syl_reader_take_engine (self->reader, g_steal_pointer (&self->engine));
  else
    g_cancellable_cancel (self->preloading);
}

static void
show_child (SylPickPane *self,
            const char  *name)
{
  gboolean was_reading = syl_pick_pane_get_reading (self);

  gtk_stack_set_visible_child_name (self->stack, name);
  if (was_reading != syl_pick_pane_get_reading (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
  _syl_pick_pane_update_actions (self);
}

/* Shows the page of one of the pick's sources. */
void
_syl_pick_pane_open (SylPickPane *self,
                     SylSource   *source)
{
  ensure_reader (self);
  show_child (self, "page");
  syl_reader_open (self->reader, self->pick, source);
}

void
_syl_pick_pane_show_overview (SylPickPane *self)
{
  if (self->pick != NULL)
    ensure_overview (self);
  show_child (self, self->pick != NULL ? "overview" : "empty");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The one the reader was at last; for a start, the first one, which is a main source. */
static SylSource *
find_source_to_read (SylPick *pick)
{
  GListModel *sources = syl_pick_get_sources (pick);
  SylSource *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      /* The model goes on holding it. */
      g_autoptr (SylSource) source = g_list_model_get_item (sources, i);
      const char *visited = syl_source_get_visited (source);

      if (best == NULL || (syl_pick_get_state (pick) == SYL_PICK_STATE_READING &&
                           g_strcmp0 (visited, syl_source_get_visited (best)) > 0))
        best = source;
    }
  return best;
}

/* At once, or as soon as the sources are there. */
void
_syl_pick_pane_start_reading (SylPickPane *self)
{
  SylSource *source;

  if (self->pick == NULL)
    return;

  self->start_when_detailed = !syl_pick_get_detailed (self->pick);
  source = find_source_to_read (self->pick);
  if (!self->start_when_detailed && source != NULL)
    _syl_pick_pane_open (self, source);
}

static void
go_to_highlight (SylPickPane *self)
{
  g_autoptr (SylHighlight) highlight = NULL;

  if (self->wanted_highlight == NULL || self->pick == NULL || !syl_pick_get_detailed (self->pick))
    return;

  highlight = g_steal_pointer (&self->wanted_highlight);
  ensure_reader (self);
  show_child (self, "page");
  syl_reader_show_highlight (self->reader, self->pick, highlight);
}

static void
detailed_cb (SylPickPane *self)
{
  _syl_pick_pane_update_actions (self);
  go_to_highlight (self);
  if (self->start_when_detailed)
    _syl_pick_pane_start_reading (self);
}

static void
load_details (SylPickPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (self->library == NULL || self->pick == NULL || syl_pick_get_detailed (self->pick))
    return;

  self->cancellable = g_cancellable_new ();
  syl_library_load_details_async (self->library, self->pick, self->cancellable, NULL, NULL);
}

static void
set_pick (SylPickPane *self,
          SylPick     *pick)
{
  if (!g_set_object (&self->pick, pick))
    return;

  self->start_when_detailed = FALSE;
  g_clear_object (&self->wanted_highlight);
  g_signal_group_set_target (self->pick_signals, pick);
  load_details (self);
  if (pick != NULL)
    ensure_overview (self);
  show_child (self, pick != NULL ? "overview" : "empty");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK]);
}

static void
syl_pick_pane_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SylPickPane *self = SYL_PICK_PANE (object);

  switch ((SylPickPaneProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case PROP_READING:
      g_value_set_boolean (value, syl_pick_pane_get_reading (self));
      break;
    case PROP_SHOW_PANEL:
      g_value_set_boolean (value, self->show_panel);
      break;
    case PROP_PANEL_VISIBLE:
      g_value_set_boolean (value, self->reader != NULL && syl_reader_get_panel_visible (self->reader));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_CARET_BROWSING:
      g_value_set_boolean (value, self->caret_browsing);
      break;
    case PROP_COUNT_TIME:
      g_value_set_boolean (value, self->count_time);
      break;
    case PROP_ALONE:
      g_value_set_boolean (value, self->alone);
      break;
    }
}

static void
set_library (SylPickPane *self,
             SylLibrary  *library)
{
  if (!g_set_object (&self->library, library))
    return;

  load_details (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

static void
set_zoom (SylPickPane *self,
          double       zoom)
{
  if (ABS (self->zoom - zoom) < 0.001)
    return;

  self->zoom = zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
syl_pick_pane_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SylPickPane *self = SYL_PICK_PANE (object);

  switch ((SylPickPaneProps) property_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_PICK:
      set_pick (self, g_value_get_object (value));
      break;
    case PROP_SHOW_PANEL:
      self->show_panel = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PANEL_VISIBLE:
      if (self->reader != NULL)
        syl_reader_set_panel_visible (self->reader, g_value_get_boolean (value));
      break;
    case PROP_ZOOM:
      set_zoom (self, g_value_get_double (value));
      break;
    case PROP_CARET_BROWSING:
      self->caret_browsing = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COUNT_TIME:
      self->count_time = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ALONE:
      self->alone = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_READING:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static gboolean
syl_pick_pane_grab_focus (GtkWidget *widget)
{
  SylPickPane *self = SYL_PICK_PANE (widget);

  if (syl_pick_pane_get_reading (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  if (self->pick != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->overview));
  return FALSE;
}

static void
syl_pick_pane_dispose (GObject *object)
{
  SylPickPane *self = SYL_PICK_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->preloading);
  g_clear_object (&self->preloading);
  g_clear_object (&self->engine);
  g_clear_object (&self->pick_signals);
  g_clear_object (&self->wanted_highlight);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->overview = NULL;
  self->reader = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_PICK_PANE);
  g_clear_object (&self->library);
  g_clear_object (&self->pick);

  G_OBJECT_CLASS (syl_pick_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  properties[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, TRUE, flags);
  properties[PROP_PANEL_VISIBLE] = g_param_spec_boolean ("panel-visible", NULL, NULL, FALSE, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.3, 3.0, 1.0, flags);
  properties[PROP_CARET_BROWSING] = g_param_spec_boolean ("caret-browsing", NULL, NULL, FALSE, flags);
  properties[PROP_COUNT_TIME] = g_param_spec_boolean ("count-time", NULL, NULL, TRUE, flags);
  properties[PROP_ALONE] = g_param_spec_boolean ("alone", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_pick_pane_class_init (SylPickPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_pick_pane_dispose;
  object_class->get_property = syl_pick_pane_get_property;
  object_class->set_property = syl_pick_pane_set_property;
  widget_class->grab_focus = syl_pick_pane_grab_focus;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-pick-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPickPane, stack);
  _syl_pick_pane_install_actions (widget_class);
}

static void
syl_pick_pane_init (SylPickPane *self)
{
  self->zoom = 1.0;
  self->show_panel = TRUE;
  self->count_time = TRUE;
  self->pick_signals = g_signal_group_new (SYL_TYPE_PICK);
  g_signal_group_connect_swapped (self->pick_signals, "notify::detailed", G_CALLBACK (detailed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  _syl_pick_pane_update_actions (self);
}

/* Where it fails, the reader tries again when a page is opened, and says so. */
static void
preloaded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylPageEngine *engine = syl_page_engine_load_finish (result, &error);
  SylPickPane *self = user_data;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->engine = engine;
}

/**
 * syl_pick_pane_get_reading:
 * @self: a pane
 *
 * Returns: whether a page is shown, and not the overview
 */
gboolean
syl_pick_pane_get_reading (SylPickPane *self)
{
  g_return_val_if_fail (SYL_IS_PICK_PANE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "page") == 0;
}

/**
 * syl_pick_pane_show_highlight:
 * @self: a pane
 * @highlight: a highlight of its pick
 *
 * Opens the page of a highlight and scrolls to it, at once or as soon as the sources are there.
 */
void
syl_pick_pane_show_highlight (SylPickPane  *self,
                              SylHighlight *highlight)
{
  g_return_if_fail (SYL_IS_PICK_PANE (self));

  g_set_object (&self->wanted_highlight, highlight);
  go_to_highlight (self);
}

/**
 * syl_pick_pane_preload:
 * @self: a pane with a library
 *
 * Loads what shows pages, in the background, so that the first page does not have to wait for it.
 * No process is started.
 */
void
syl_pick_pane_preload (SylPickPane *self)
{
  g_return_if_fail (SYL_IS_PICK_PANE (self));

  if (self->reader != NULL || self->engine != NULL || self->preloading != NULL)
    return;

  self->preloading = g_cancellable_new ();
  _syl_reader_load_engine (self->library, self->preloading, preloaded_cb, self);
}
